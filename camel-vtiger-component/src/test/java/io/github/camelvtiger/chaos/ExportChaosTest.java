package io.github.camelvtiger.chaos;

import io.github.camelvtiger.simulator.clock.ManualClock;
import java.nio.file.Path;

/** An export is whole. */
class ExportChaosTest extends ChaosContract {

    @Override
    Scenario scenario(ManualClock clock, Path directory) {
        return new ExportScenario();
    }
}
