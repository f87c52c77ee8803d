/** The "mobile:" commands, by the names and with the parameters of UiAutomator2; "mobile: fault" is the simulation's own. */
const area = ['elementId', 'left', 'top', 'width', 'height'];

export const MOBILE = {
  'mobile: fault': of('mobileFault', ['kind'], ['afterMs', 'times', 'timeoutMs', 'question']),
  'mobile: getContexts': of('mobileGetContexts', [], ['waitForWebviewMs']),
  'mobile: getCurrentPackage': of('getCurrentPackage'),
  'mobile: getCurrentActivity': of('getCurrentActivity'),
  'mobile: activateApp': of('mobileActivateApp', ['appId']),
  'mobile: terminateApp': of('mobileTerminateApp', ['appId'], ['timeout']),
  'mobile: queryAppState': of('mobileQueryAppState', ['appId']),
  'mobile: isAppInstalled': of('mobileIsAppInstalled', ['appId']),
  'mobile: deviceInfo': of('mobileDeviceInfo'),
  'mobile: pressKey': of('mobilePressKey', ['keycode'], ['metastate', 'flags', 'isLongPress']),
  'mobile: hideKeyboard': of('hideKeyboard'),
  'mobile: isKeyboardShown': of('isKeyboardShown'),
  'mobile: performEditorAction': of('mobilePerformEditorAction', ['action']),
  'mobile: type': of('mobileType', ['text']),
  'mobile: replaceElementValue': of('mobileReplaceElementValue', ['elementId', 'text']),
  'mobile: clickGesture': of('mobileClickGesture', [], ['elementId', 'x', 'y']),
  'mobile: longClickGesture': of('mobileLongClickGesture', [], ['elementId', 'x', 'y', 'duration']),
  'mobile: scrollGesture': of('mobileScrollGesture', ['direction', 'percent'], [...area, 'speed']),
  'mobile: swipeGesture': of('mobileSwipeGesture', ['direction', 'percent'], [...area, 'speed']),
};

export function of(command, required = [], optional = []) {
  return { command, params: { required, optional } };
}
