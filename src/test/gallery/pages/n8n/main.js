// The chatbot is a supplier's page in a frame of another origin, which stands in the page.
const other = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
document.querySelector('#consult').src = `http://${other}:${location.port}/n8n-chat/${location.search}`;
