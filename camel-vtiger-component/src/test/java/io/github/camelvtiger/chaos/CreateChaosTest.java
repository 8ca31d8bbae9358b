package io.github.camelvtiger.chaos;

import io.github.camelvtiger.simulator.clock.ManualClock;
import java.nio.file.Path;

/** A batch of creates says what became of each record. */
class CreateChaosTest extends ChaosContract {

    @Override
    Scenario scenario(ManualClock clock, Path directory) {
        return CreateScenario.unverified();
    }
}
