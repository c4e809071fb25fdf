const none = {initialize() {}, connectToDevTools() {}};
export default none;
