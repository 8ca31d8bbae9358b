package io.github.camelvtiger.simulator.replay;

/** How many exchanges agree at least. What is reached once is written here, so that it is not lost again. */
final class ReplayFloor {

    static final int EXCHANGES = 566;
    static final int CODE = 566;
    static final int KEYS = 566;
    static final int WHOLE = 563;

    private ReplayFloor() {}
}
