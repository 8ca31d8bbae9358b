package io.github.camelvtiger.simulator.replay;

import java.util.List;
import java.util.stream.Stream;

/** All scenarios played once. */
record Replay(Tally tally, List<String> failedSetup) {

    static Replay play() {
        List<ScenarioRun> runs =
                new ScenarioLoader().load().stream().map(ScenarioRun::of).toList();
        Stream<ComparedExchange> compared = runs.stream().flatMap(run -> run.compared().stream());
        Stream<String> failed = runs.stream().flatMap(run -> run.failedSetup().stream());
        return new Replay(new Tally(compared.toList()), failed.toList());
    }
}
