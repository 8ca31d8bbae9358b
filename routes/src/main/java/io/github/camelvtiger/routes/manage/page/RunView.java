package io.github.camelvtiger.routes.manage.page;

import io.github.camelvtiger.routes.sync.command.Times;
import io.github.camelvtiger.routes.sync.store.Run;
import java.util.Locale;

/** A run as it is shown; what there is nothing to say of is an empty text. */
public record RunView(
        String id,
        String sync,
        String kind,
        String state,
        String source,
        String started,
        String ended,
        String counts,
        String message) {

    static RunView of(Run run) {
        return new RunView(
                run.id(),
                run.sync(),
                run.kind().name().toLowerCase(Locale.ROOT),
                run.state().name().toLowerCase(Locale.ROOT),
                run.source(),
                Times.minute(run.started()),
                run.ended().map(Times::minute).orElse(""),
                run.counts().toString(),
                run.message().orElse(""));
    }
}
