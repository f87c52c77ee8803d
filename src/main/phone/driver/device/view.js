/**
 * Makes an element that stands for a view.
 *
 * @param {string} className Android's class; short names are completed with android.widget
 * @param {object} is id, desc, text, css, hint; click, what a touch does; span, whether the text holds links;
 *   disabled, selected, collection
 * @param {...(HTMLElement | null)} children
 */
export function view(className, is = {}, ...children) {
  const element = document.createElement(TAGS[className] ?? 'div');
  element.dataset.class = className.includes('.') ? className : `android.widget.${className}`;
  for (const key of ['id', 'desc']) {
    if (is[key] !== undefined) {
      element.dataset[key] = is[key];
    }
  }
  for (const key of ['span', 'selected', 'collection']) {
    if (is[key]) {
      element.dataset[key] = '';
    }
  }
  if (is.css) {
    element.className = is.css;
  }
  if (is.text !== undefined) {
    element.dataset.label = '';
    element.textContent = is.text;
  }
  if (is.hint !== undefined) {
    element.placeholder = is.hint;
  }
  if (is.disabled) {
    element.disabled = true;
  }
  if (is.click) {
    element.dataset.clickable = '';
    element.addEventListener('click', is.click);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

const TAGS = { EditText: 'textarea', Button: 'button', ImageButton: 'button' };

/** Makes an ImageView; without an address it is a plain area that CSS draws. */
export function image(is, address) {
  const element = view('ImageView', is);
  if (address) {
    const picture = document.createElement('img');
    picture.src = address;
    picture.alt = '';
    element.append(picture);
  }
  return element;
}
