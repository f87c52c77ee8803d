// The chatbot has a page of its own, which opens in a new tab.
document.querySelector('#consult').search = location.search;
