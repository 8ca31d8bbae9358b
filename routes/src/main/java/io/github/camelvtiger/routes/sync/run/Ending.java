package io.github.camelvtiger.routes.sync.run;

/** What a failure of a portion ends: the run, or the portion of a feed. */
interface Ending {

    /** It ends here, unless it has ended before. */
    void end(RunReport.Outcome outcome, String sentence);
}
