package io.github.camelvtiger.simulator.http;

import io.github.camelvtiger.simulator.fault.Fault;
import io.github.camelvtiger.simulator.fault.Fault.Kind;
import io.github.camelvtiger.simulator.fault.Faults;
import io.github.camelvtiger.simulator.journal.Explanation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One call with what goes wrong with it, if anything was armed, whichever protocol it comes by. */
record ArmedCall(Fault fault) {

    private static final Fault NONE = Fault.delay(Duration.ZERO);

    /** The call as it would go without a fault. */
    interface Script {
        Reply run() throws InterruptedException;
    }

    /**
     * Runs what hangs on the operation, takes its fault and shifts the clock.
     *
     * @param operation in lower case
     */
    static ArmedCall of(String operation, Faults faults) {
        Fault fault = faults.called(operation).orElse(NONE);
        if (fault.kind() == Kind.CLOCK_SHIFT) {
            faults.shiftClockIfAllowed(fault.duration());
        }
        return new ArmedCall(fault);
    }

    /** Empty if the connection is to be cut. */
    Optional<Reply> reply(Script script) throws InterruptedException {
        return switch (fault.kind()) {
            case HTTP_500_EMPTY -> Optional.of(Reply.crash(Reply.HTML, true, why()));
            case EMPTY_BODY_200 -> Optional.of(Reply.html("").because(why()));
            case HIDDEN_SQL_ERROR -> Optional.of(Reply.result(List.of()).because(why()));
            case HTML ->
                Optional.of(Reply.html("<html><body><h1>Service under maintenance</h1></body></html>")
                        .because(why()));
            case CUT_BEFORE_EFFECT -> Optional.empty();
            case CUT_AFTER_EFFECT -> {
                script.run();
                yield Optional.empty();
            }
            case NOTICE_BEFORE_JSON -> {
                Reply done = script.run();
                yield Optional.of(done.withBody("<br />\n<b>Notice</b>:  Undefined index: mode in "
                                + "<b>/var/www/html/data/CRMEntity.php</b> on line <b>112</b><br />\n" + done.body())
                        .because(why()));
            }
            case DELAY -> {
                // Real time, as for a stall.
                Thread.sleep(fault.duration().toMillis());
                yield Optional.of(script.run());
            }
            case STALL_BODY, CLOCK_SHIFT -> Optional.of(script.run());
        };
    }

    /** How long nothing comes after half of the body. */
    Duration stall() {
        return fault.kind() == Kind.STALL_BODY ? fault.duration() : Duration.ZERO;
    }

    Explanation why() {
        return Explanation.of("a fault that was armed: " + fault.kind());
    }
}
