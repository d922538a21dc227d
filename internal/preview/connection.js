// connect calls receive with the version of the site that is the newest, now and whenever there
// is another, until the function that it returns is called.
export const connect = (receive) => {
  let events, again;
  const open = () => {
    events = new EventSource('/_wijkvisie/events');
    events.addEventListener('version', (event) => receive(event.data));
    // The browser tries again by itself when the connection breaks. It does not when the answer
    // is an error, such as that of a tunnel while the preview is started again.
    events.addEventListener('error', () => {
      if (events.readyState === EventSource.CLOSED) again = setTimeout(open, 1000);
    });
  };
  open();
  return () => {
    clearTimeout(again);
    events.close();
  };
};
