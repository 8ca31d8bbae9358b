package io.github.camelvtiger.client;

/**
 * Records of a batch failed, after all of them were tried ({@code failOnError=true}). The cause is the failure of the first
 * one; {@link #getOperation()} and the other properties are that failure's.
 */
public final class BatchFailedException extends VtigerException {

    private final BatchResult result;

    /** @param result with at least one failed item */
    public BatchFailedException(BatchResult result) {
        super(message(result), context(first(result)), first(result));
        this.result = result;
    }

    private static VtigerException first(BatchResult result) {
        return result.firstFailed().orElseThrow().error();
    }

    private static String message(BatchResult result) {
        return "Records of the batch failed (" + result.failed().size() + " of " + result.size()
                + "), the first at index " + result.firstFailed().orElseThrow().index() + ": "
                + first(result).getMessage();
    }

    private static FailureContext context(VtigerException first) {
        return FailureContext.of(first.getOperation(), first.getModule(), first.getRecordId())
                .withAnswer(first.getServerCode(), first.getHttpStatus());
    }

    /** What became of each record, the failed ones and the others. */
    public BatchResult getResult() {
        return result;
    }
}
