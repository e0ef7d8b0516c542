import { provided } from "./provided-search.js";
import * as search from "./search/search.js";

provided.module = search;
