package io.github.camelvtiger.routes.sync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.routes.sync.definition.Limits;
import io.github.camelvtiger.routes.sync.feed.WaitingPolls;
import io.github.camelvtiger.routes.sync.store.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sync that waits for another one: it does not begin before the last run of that one has ended well. */
class PredecessorTest extends SyncTestSupport {

    private Path file;

    @BeforeEach
    void start() throws Exception {
        file = Files.writeString(directory.resolve("a.csv"), "lastname,email\nAhrens,a@example.com\n");
        syncs.add(RunIntoCrmTest.sync("second", "Leads", List.of("email"), Limits.NONE, Optional.of("first")));
    }

    private Run begun(Run.Kind kind) {
        return syncs.store.runs().begin("first", kind, "x", "", "sha", "crm");
    }

    private Optional<String> hindrance() {
        return new Predecessor(syncs.store.runs(), "second", Optional.of("first")).hindrance();
    }

    @Test
    void itIsSaidWhatItWaitsFor() {
        assertThat(hindrance()).contains("It waits for the sync first, which has not run yet.");
        Run run = begun(Run.Kind.RUN);
        assertThat(hindrance()).contains("It waits for the sync first, whose last run, " + run.id() + ", is at work.");
        syncs.store.runs().end(run.id(), Run.State.FAILED, "no");
        assertThat(hindrance().orElseThrow()).endsWith(" failed.");
        syncs.store.runs().end(run.id(), Run.State.DONE, null);
        assertThat(hindrance()).isEmpty();
        assertThat(new Predecessor(syncs.store.runs(), "second", Optional.empty()).hindrance())
                .isEmpty();
    }

    @Test
    void aFeedCountsOnceItHasLoadedWhatThereWas() {
        Run load = begun(Run.Kind.LOAD);
        assertThat(hindrance()).isPresent();
        syncs.store.runs().end(load.id(), Run.State.DONE, null);
        begun(Run.Kind.FEED);
        assertThat(hindrance()).isEmpty();
    }

    @Test
    void aCommandIsRefusedAndAPlanIsNot() {
        RunReport report = syncs.run("second", RunRequest.run(file));

        assertThat(report.outcome()).isEqualTo(RunReport.Outcome.REFUSED);
        assertThat(report.message()).contains("It waits for the sync first, which has not run yet.");
        assertThat(syncs.run("second", RunRequest.plan(file)).outcome()).isEqualTo(RunReport.Outcome.PLANNED);
    }

    @Test
    void aFileThatWasDroppedWaits() {
        CompletableFuture<RunReport> report = CompletableFuture.supplyAsync(
                () -> syncs.run("second", RunRequest.run(file).waiting()));
        Run run = begun(Run.Kind.RUN);
        assertThat(server.crm().count("Leads")).isZero();
        assertThat(report).isNotDone();

        syncs.store.runs().end(run.id(), Run.State.DONE, null);

        await().atMost(Duration.ofSeconds(60)).until(report::isDone);
        assertThat(report.join().outcome()).isEqualTo(RunReport.Outcome.DONE);
        assertThat(server.crm().count("Leads")).isEqualTo(1);
    }

    @Test
    void anApplicationThatStopsLeavesTheFileWhereItIs() {
        CompletableFuture<RunReport> report = CompletableFuture.supplyAsync(
                () -> syncs.run("second", RunRequest.run(file).waiting()));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> syncs.context.getInflightRepository().size() > 0);

        syncs.context.stop();

        assertThat(report.join().outcome()).isEqualTo(RunReport.Outcome.INTERRUPTED);
    }

    @Test
    void feedsAreNotPolledMeanwhile() throws Exception {
        WaitingPolls polls = new WaitingPolls("second", new DefaultPollingConsumerPollStrategy(), this::hindrance);
        assertThat(polls.begin(null, null)).isFalse();
        Run run = begun(Run.Kind.RUN);
        syncs.store.runs().end(run.id(), Run.State.DONE, null);
        assertThat(polls.begin(null, null)).isTrue();
    }
}
