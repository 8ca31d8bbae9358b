package io.github.camelvtiger.simulator.http;

import io.github.camelvtiger.simulator.journal.Explanation;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.RestrictedFile;
import io.github.camelvtiger.simulator.operation.ScriptEnd;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What is left of a call that PHP did not survive, whichever protocol it came by. */
final class CrashReply {

    private static final Logger LOG = System.getLogger(CrashReply.class.getName());

    private CrashReply() {}

    /** The text with which {@code webservice.php} ends; of the REST protocol it is not known, so there it is a crash. */
    static Reply text(ScriptEnd end, Operation operation) {
        return Reply.html(end.body()).because(explanation(end, operation));
    }

    private static Explanation explanation(ScriptEnd end, Operation operation) {
        return Explanation.of(
                end instanceof RestrictedFile
                        ? operation.name() + " runs into a file that the server does not let itself read"
                        : "the database refuses a statement of " + operation.name() + ": " + end.getMessage());
    }

    static Reply of(RuntimeException crash, ServerRequest request, Operation operation) {
        if (crash instanceof ScriptEnd end) {
            return Reply.crash(Reply.HTML, true, explanation(end, operation));
        }
        if (crash instanceof ServerCrash known) {
            return Reply.crash(Reply.HTML, true, RequestDiagnosis.of(request, operation, known.why()));
        }
        LOG.log(Level.ERROR, "the simulator itself failed in operation " + operation.name(), crash);
        return Reply.crash(Reply.HTML, true, Explanation.of("the simulator itself failed: " + crash));
    }
}
