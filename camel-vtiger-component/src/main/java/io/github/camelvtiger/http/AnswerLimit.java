package io.github.camelvtiger.http;

/**
 * How many bytes of one answer may be collected in memory.
 *
 * @param bytes counted uncompressed
 * @param ofHeap whether it is the heap, not the option, that allows no more
 */
public record AnswerLimit(long bytes, boolean ofHeap) {

    /** Several answers are in memory at once, and each of them both as bytes and as records. */
    private static final int SHARE_OF_HEAP = 16;

    /**
     * @param maxAnswerSize the option
     * @param heap the most bytes of heap that the JVM will use
     */
    public static AnswerLimit of(long maxAnswerSize, long heap) {
        long share = heap / SHARE_OF_HEAP;
        return share < maxAnswerSize ? new AnswerLimit(share, true) : new AnswerLimit(maxAnswerSize, false);
    }

    /** What to report of an answer that is larger. */
    public NoAnswerException exceeded() {
        String cure = ofHeap
                ? " bytes, a sixteenth of the heap; select fewer columns, or give the JVM more heap (-Xmx)"
                : " bytes, the option maxAnswerSize; select fewer columns, or raise it";
        return new NoAnswerException(
                "the answer is larger than " + bytes + cure, NoAnswerException.Reason.TOO_LARGE, null);
    }

    /** What to report of an answer that the heap had no room for while it was unpacked or read. */
    public static NoAnswerException outOfMemory(OutOfMemoryError cause) {
        return new NoAnswerException(
                "the answer takes more memory than the heap has left; select fewer columns, give the JVM more heap (-Xmx), or lower maxAnswerSize",
                NoAnswerException.Reason.TOO_LARGE,
                cause);
    }

    void require(long size) throws CarriedFailureException {
        if (size > bytes) {
            throw new CarriedFailureException(exceeded());
        }
    }
}
