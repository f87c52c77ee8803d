package org.wenda.score;

/**
 * Which rule made a mark.
 *
 * @param version raised whenever the same evidence may earn another mark
 */
public record RuleId(String id, int version) {}
