import { DynamoDBClient, ListBackupsCommand, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { DeleteTopicCommand } from "@aws-sdk/client-sns";
import { ListMessageMoveTasksCommand } from "@aws-sdk/client-sqs";
import { clientConfig, type Harness, startHarness } from "./harness";

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.dispose());

const post = (headers: Record<string, string>, body = "{}") =>
  fetch(harness.emulators.endpoint, {
    method: "POST",
    body,
    headers: { "x-amz-target": "DynamoDB_20120810.ListTables", ...headers },
  });
const signed = "AWS4-HMAC-SHA256 Credential=AKIALOCALTEST/20261124/us-east-1/dynamodb/aws4_request";

test("the right access key is let in", async () => {
  const { TableNames } = await harness.dynamoDb.send(new ListTablesCommand({}));
  expect(TableNames).toEqual([]);
  expect((await post({ authorization: signed })).status).toBe(200);
});

test("another access key is refused", async () => {
  const credentials = { accessKeyId: "AKIAOTHER", secretAccessKey: "x" };
  const stranger = new DynamoDBClient({
    ...clientConfig(harness.emulators.endpoint),
    credentials,
  });
  await expect(stranger.send(new ListTablesCommand({}))).rejects.toMatchObject({
    name: "UnrecognizedClientException",
  });
  stranger.destroy();
});

test.each<{ name: string; headers: Record<string, string>; type: string }>([
  { name: "an unsigned request", headers: {}, type: "MissingAuthenticationTokenException" },
  {
    name: "a web page's request, whatever it is signed with",
    headers: { authorization: signed, origin: "http://localhost:8080" },
    type: "AccessDeniedException",
  },
])("$name is refused", async ({ headers, type }) => {
  const response = await post(headers);
  expect(response.status).toBe(403);
  expect(response.headers.get("x-amzn-errortype")).toBe(type);
  expect(response.headers.get("access-control-allow-origin")).toBeNull();
});

test("a body above 16 MB is refused", async () => {
  const response = await post({ authorization: signed }, "x".repeat(16 * 1024 * 1024 + 1)).catch(
    // The connection may be cut before the client has sent all of it.
    () => undefined,
  );
  expect(response?.status ?? 413).toBe(413);
  expect((await post({ authorization: signed })).status).toBe(200);
});

test("a body that is no JSON is told as such", async () => {
  const response = await post({ authorization: signed }, "{");
  expect(response.headers.get("x-amzn-errortype")).toBe("SerializationException");
});

test("an unknown operation is named in each service's own protocol", async () => {
  await expect(harness.dynamoDb.send(new ListBackupsCommand({}))).rejects.toMatchObject({
    name: "UnknownOperationException",
    message: expect.stringContaining("ListBackups"),
  });
  const moves = new ListMessageMoveTasksCommand({ SourceArn: "arn:aws:sqs:us-east-1:0:q" });
  await expect(harness.sqs.send(moves)).rejects.toMatchObject({
    message: expect.stringContaining("ListMessageMoveTasks"),
  });
  const removal = new DeleteTopicCommand({ TopicArn: "arn:aws:sns:us-east-1:0:t" });
  await expect(harness.sns.send(removal)).rejects.toMatchObject({
    message: expect.stringContaining("DeleteTopic"),
  });
});
