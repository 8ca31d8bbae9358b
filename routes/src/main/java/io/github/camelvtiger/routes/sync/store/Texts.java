package io.github.camelvtiger.routes.sync.store;

/** Texts for columns of limited length. */
final class Texts {

    private static final int LONGEST = 4000;

    private Texts() {}

    /** A sentence, cut if it is longer than its column. */
    static String cut(String sentence) {
        return sentence == null || sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST - 1) + "…";
    }
}
