package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.routes.Sentence;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** Hands portions that belong to no run of a source to the routes that write them. */
final class PortionSending {

    private final String sync;
    private final ProducerTemplate template;

    PortionSending(String sync, ProducerTemplate template) {
        this.sync = sync;
        this.template = template;
    }

    /** Why the portion could not be written, and is to come again; empty if it is done with. */
    Optional<String> send(Chunk chunk, Pass pass, Lookups lookups) {
        PortionEnd end = new PortionEnd();
        Exchange sent = template.send(SyncRoutes.portions(sync, chunk.module()), exchange -> {
            exchange.setProperty("syncRun", end);
            exchange.setProperty(RunSteps.PASS, pass);
            exchange.setProperty(RunSteps.LOOKUPS, lookups);
            exchange.getMessage().setBody(chunk);
        });
        return sent.getException() == null ? end.sentence() : Optional.of(Sentence.of(sent.getException()));
    }

    /** How such a portion fails. */
    private static final class PortionEnd implements Ending {

        private volatile String sentence;

        @Override
        public void end(RunReport.Outcome outcome, String why) {
            sentence = why;
        }

        Optional<String> sentence() {
            return Optional.ofNullable(sentence);
        }
    }
}
