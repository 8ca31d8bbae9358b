package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.routes.sync.run.RunWatcher;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on the terminal, with rate and time left, on the stream of errors, so that the output can be piped. */
public final class TerminalBar implements RunWatcher {

    private ProgressBar bar;
    private String doing;

    private TerminalBar() {}

    /** A bar, if this process has a terminal. */
    public static RunWatcher ofThisProcess() {
        return System.console() == null ? NONE : new TerminalBar();
    }

    @Override
    public synchronized void rows(String doing, long done, long total) {
        if (!doing.equals(this.doing)) {
            over();
            this.doing = doing;
            bar = new ProgressBarBuilder()
                    .setTaskName(doing)
                    .setInitialMax(total)
                    .startsFrom(done, Duration.ZERO)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUnit(" rows", 1)
                    .showSpeed()
                    .build();
        }
        bar.stepTo(done);
    }

    @Override
    public synchronized void over() {
        if (bar != null) {
            bar.close();
            bar = null;
            doing = null;
        }
    }
}
