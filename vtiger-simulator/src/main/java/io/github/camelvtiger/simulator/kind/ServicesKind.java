package io.github.camelvtiger.simulator.kind;

/** Services are priced as Products are. */
final class ServicesKind extends PricedKind {}
