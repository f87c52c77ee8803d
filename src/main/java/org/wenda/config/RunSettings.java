package org.wenda.config;

/**
 * What a run does beside asking.
 *
 * @param variants how many other wordings of a question are asked
 * @param twice of how many conversations of a night one is held twice; 0 for none
 * @param replay whether the chatbot's window is drawn again and again, to be played later
 * @param axe whether the accessibility of the window is checked, once a target
 * @param room what it does when the disk is full
 */
public record RunSettings(Variants variants, int twice, boolean replay, boolean axe, RoomSettings room) {}
