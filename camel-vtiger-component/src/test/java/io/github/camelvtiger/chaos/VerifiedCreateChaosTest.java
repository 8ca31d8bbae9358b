package io.github.camelvtiger.chaos;

import io.github.camelvtiger.simulator.clock.ManualClock;
import java.nio.file.Path;

/** A create that is verified leaves no doubt. */
class VerifiedCreateChaosTest extends ChaosContract {

    @Override
    Scenario scenario(ManualClock clock, Path directory) {
        return CreateScenario.verified();
    }
}
