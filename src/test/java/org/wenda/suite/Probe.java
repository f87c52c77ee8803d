package org.wenda.suite;

/** What {@code mvn verify -Pprobe -Djurisdiction=demo} runs: Maven looks for tests among test classes only. */
public final class Probe extends ProbeSuite {}
