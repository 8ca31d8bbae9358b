package io.github.camelvtiger.simulator;

import io.github.camelvtiger.simulator.clock.SimulatorClock;
import io.github.camelvtiger.simulator.metadata.CustomMetadata;
import io.github.camelvtiger.simulator.metadata.Release;
import io.github.camelvtiger.simulator.rest.RestEdition;
import io.github.camelvtiger.simulator.seed.Seed;
import io.github.camelvtiger.simulator.store.SaveGaps;
import java.time.Duration;
import java.util.Optional;

/**
 * What a server is started with.
 *
 * @param port 0 for any free one
 * @param random seed of all randomness: two servers of the same seed have the same data, keys and tokens
 * @param accessKey of admin; {@code ""} for a random one
 * @param behaviour whether the operations work that PHP 8 breaks
 * @param release of Vtiger
 * @param custom fields and modules that not every installation has
 * @param displayErrors PHP's setting of that name
 * @param costModel whether calls take the time they take on a real server
 * @param rest whether it speaks the REST protocol of Vtiger Cloud besides {@code webservice.php}
 * @param restEdition whose limits the REST protocol keeps; empty for none
 */
record SimulatorSettings(
        String host,
        int port,
        Seed seed,
        SimulatorClock clock,
        long random,
        SaveGaps saveGaps,
        Duration sessionIdle,
        boolean controlApi,
        String accessKey,
        Behaviour behaviour,
        Release release,
        CustomMetadata custom,
        boolean displayErrors,
        boolean costModel,
        boolean rest,
        Optional<RestEdition> restEdition) {

    /** Without the access key. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
