/**
Stands in the bundle for React's developer tools, which a monitor has no use for.
*/
const none = {initialize() {}, connectToDevTools() {}};
export default none;
