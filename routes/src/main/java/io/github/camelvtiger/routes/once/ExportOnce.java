package io.github.camelvtiger.routes.once;

import io.github.camelvtiger.routes.Sentence;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The export, made now instead of at night. While the CRM does not answer it is tried again at the next look. */
public final class ExportOnce implements Leftover {

    private static final Logger LOG = LoggerFactory.getLogger("once");

    private final ProducerTemplate template;
    private final Predicate<Throwable> passes;
    private boolean done;
    private boolean failed;

    /** @param passes whether a failure may pass by itself */
    public ExportOnce(ProducerTemplate template, Predicate<Throwable> passes) {
        this.template = template;
        this.passes = passes;
    }

    @Override
    public Optional<String> left() {
        if (done) {
            return Optional.empty();
        }
        Exception failure = template.send("direct:export", exchange -> {}).getException();
        done = failure == null || !passes.test(failure);
        failed = done && failure != null;
        if (failed) {
            LOG.error("The export failed: {}", Sentence.of(failure));
        }
        return done ? Optional.empty() : Optional.of("the export (" + Sentence.of(failure) + ")");
    }

    /** Whether it was given up. */
    public boolean failed() {
        return failed;
    }
}
