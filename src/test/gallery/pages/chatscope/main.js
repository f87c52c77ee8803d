// The chatbot is a page of its own, laid into the portal.
const frame = document.querySelector('#consult');
frame.src = '/chatscope-chat/' + location.search;
