package io.github.camelvtiger;

import io.github.camelvtiger.simulator.Behaviour;
import io.github.camelvtiger.simulator.SimulatorBuilder;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * The servers on which a test of the live suite runs: the one of {@code -Dvtiger.url -Dvtiger.username -Dvtiger.access-key}
 * (and {@code -Dvtiger.protocol=rest} for one of Vtiger Cloud), or else simulators: each variant of {@link #VARIANTS}, or
 * the one of {@code -Dvtiger.simulator}, which may also be another release such as {@code 8.3.0}.
 */
final class LiveServers implements ArgumentsProvider {

    private static final List<String> VARIANTS = List.of("8.2.0", "compat", "8.4.0", "rest");

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        if (System.getProperty("vtiger.url") != null) {
            return Stream.of(Arguments.of(LiveCrm.real(LiveServers::asTheCommandLineSays)));
        }
        return Optional.ofNullable(System.getProperty("vtiger.simulator")).map(List::of).orElse(VARIANTS).stream()
                .map(variant -> Arguments.of(simulator(variant)));
    }

    private static void asTheCommandLineSays(VtigerConfiguration connection) {
        connection.setUrl(System.getProperty("vtiger.url"));
        connection.setUsername(System.getProperty("vtiger.username"));
        connection.setAccessKey(System.getProperty("vtiger.access-key"));
        connection.setProtocol(VtigerProtocol.valueOf(
                System.getProperty("vtiger.protocol", "auto").toUpperCase(Locale.ROOT)));
    }

    private static LiveCrm simulator(String variant) {
        SimulatorBuilder builder = SimulatorServer.builder().seed("empty");
        SimulatorServer server =
                switch (variant) {
                    case "compat" -> builder.behaviour(Behaviour.COMPAT).start();
                    case "rest" -> builder.rest(true).start();
                    default -> builder.release(variant).start();
                };
        VtigerProtocol protocol = variant.equals("rest") ? VtigerProtocol.REST : VtigerProtocol.AUTO;
        return LiveCrm.simulated(variant, server, protocol);
    }
}
