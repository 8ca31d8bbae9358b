package io.github.camelvtiger.chaos;

import io.github.camelvtiger.simulator.clock.ManualClock;
import java.nio.file.Path;

/** A feed delivers every state once. */
class FeedChaosTest extends ChaosContract {

    @Override
    Scenario scenario(ManualClock clock, Path directory) {
        return new FeedScenario(clock, directory);
    }
}
