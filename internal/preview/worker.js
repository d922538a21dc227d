// The shared worker of the preview has one connection for all pages that are open in a browser.
// Browsers allow six to a host (HTTP/1.1): with one for each page, a seventh would never load.
import { connect } from './connection.js';

const pages = new BroadcastChannel('wijkvisie');
let newest;
const send = () => {
  if (newest) pages.postMessage(newest);
};
addEventListener('connect', send);
connect((version) => {
  newest = version;
  send();
});
