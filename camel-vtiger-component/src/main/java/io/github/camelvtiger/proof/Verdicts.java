package io.github.camelvtiger.proof;

import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.client.VtigerException;
import java.time.Duration;

/** What to say of an interrupted write that was not seen to have happened. */
final class Verdicts {

    private Verdicts() {}

    /** @param seen what was looked at and how it was */
    static VtigerException didNotHappen(AmbiguousWriteException interrupted, String seen, Duration longestSave) {
        FailureContext context = context(interrupted);
        String sentence = what(context) + " did not happen: " + seen + " " + seconds(longestSave)
                + " after the answer failed to arrive, so it may be repeated. The failure was: "
                + interrupted.getMessage();
        return interrupted.getHttpStatus() == 0
                ? new TransportException(sentence, context, interrupted)
                : new ServerFailureException(sentence, context, interrupted);
    }

    /** @param why it is not known */
    static AmbiguousWriteException unproven(AmbiguousWriteException interrupted, String why) {
        return new AmbiguousWriteException(
                interrupted.getMessage() + " It could not be proven: " + why, context(interrupted), interrupted);
    }

    static AmbiguousWriteException unreadable(AmbiguousWriteException interrupted, Throwable failure) {
        String why = failure instanceof VtigerException ? failure.getMessage() : String.valueOf(failure);
        return unproven(interrupted, "looking for it failed too (" + why + ").");
    }

    private static FailureContext context(VtigerException failure) {
        return FailureContext.of(failure.getOperation(), failure.getModule(), failure.getRecordId())
                .withAnswer(failure.getServerCode(), failure.getHttpStatus());
    }

    private static String what(FailureContext context) {
        return "The " + context.operation() + " of "
                + (context.recordId() == null ? "a record of " + context.module() : context.recordId());
    }

    static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
