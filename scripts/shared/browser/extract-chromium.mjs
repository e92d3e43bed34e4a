import chromium from "@sparticuz/chromium";

// The package unpacks to the process's TMPDIR: whoever starts this one says where that is. Asked as
// on Lambda, it unpacks the libraries too that a bare container lacks.
process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs20.x";
process.stdout.write(await chromium.executablePath());
