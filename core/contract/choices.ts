/** What there is to choose from where the list is fixed: a filter's values, a setting's. */
export { routingModes } from "../routing/mode";
export { tasks } from "../routing/task";
export { endpoints } from "../usage/endpoint";
