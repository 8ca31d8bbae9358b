package io.github.camelvtiger.changes;

import java.util.BitSet;

/** How far a sequence is complete from its start, while its parts complete in any order. */
final class LowWaterMark {

    private final BitSet open;
    private final int size;

    LowWaterMark(int size) {
        this.size = size;
        this.open = new BitSet(size);
        open.set(0, size);
    }

    void complete(int index) {
        open.clear(index);
    }

    /** The number of parts before the first one that is not complete. */
    int prefix() {
        int first = open.nextSetBit(0);
        return first < 0 ? size : first;
    }

    boolean isWhole() {
        return open.isEmpty();
    }
}
