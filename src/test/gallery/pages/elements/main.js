// The chatbot is another page, which opens in a tab of its own.
document.querySelector('.ask').href = '/elements-chat/' + location.search;
