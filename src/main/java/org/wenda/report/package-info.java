/** Pages for people and Allure results, made from stored files only. */
@NullMarked
package org.wenda.report;

import org.jspecify.annotations.NullMarked;
