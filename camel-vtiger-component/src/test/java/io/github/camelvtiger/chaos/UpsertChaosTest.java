package io.github.camelvtiger.chaos;

import io.github.camelvtiger.simulator.clock.ManualClock;
import java.nio.file.Path;

/** A batch of upserts makes one record of each key. */
class UpsertChaosTest extends ChaosContract {

    @Override
    Scenario scenario(ManualClock clock, Path directory) {
        return new UpsertScenario();
    }
}
