package io.github.camelvtiger.routes.sync.definition;

import io.github.camelvtiger.names.NearestNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The components of Camel, of which some are on the class path. */
final class Components {

    private static final String SERVICES = "META-INF/services/org/apache/camel/component/";

    private final Map<String, String> artifacts = new TreeMap<>();
    private final Predicate<String> present;

    /** How an endpoint is used. */
    enum Use {
        SOURCE,
        TARGET
    }

    /**
     * @param artifacts by the scheme of the component, with {@code to} behind those that are targets only and {@code from} behind those
     *     that are sources only
     * @param present which are on the class path
     */
    Components(Properties artifacts, Predicate<String> present) {
        artifacts.stringPropertyNames().forEach(scheme -> this.artifacts.put(scheme, artifacts.getProperty(scheme)));
        this.present = present;
    }

    static Components ofCamel() {
        Properties artifacts = new Properties();
        try (InputStream in = Components.class.getResourceAsStream("components.properties")) {
            artifacts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Components(
                artifacts, scheme -> Components.class.getClassLoader().getResource(SERVICES + scheme) != null);
    }

    /**
     * Why an endpoint cannot be used, in one sentence; empty if nothing speaks against it.
     *
     * @param beans the components that the application's settings make
     */
    Optional<String> fault(String scheme, Use use, Predicate<String> beans) {
        if (beans.test(scheme)) {
            return Optional.empty();
        }
        if (scheme.equals("vtiger")) {
            return Optional.of("A Vtiger is not an endpoint here; write 'crm: MODULE' in place of 'uri'.");
        }
        if (!artifacts.containsKey(scheme)) {
            return present.test(scheme) ? Optional.empty() : Optional.of(unknown(scheme));
        }
        String[] artifact = artifacts.get(scheme).split(" ");
        if (artifact.length > 1 && artifact[1].equals("to") != (use == Use.TARGET)) {
            return Optional.of("Camel's component '" + scheme + "' is a "
                    + (use == Use.TARGET ? "source" : "target") + " only; it cannot be where records "
                    + (use == Use.TARGET ? "go to." : "come from."));
        }
        return present.test(scheme)
                ? Optional.empty()
                : Optional.of("The component '" + scheme
                        + "' is not on the class path; put the artifact org.apache.camel:" + artifact[0]
                        + ", in the version of Camel that --version shows, and what it depends on into lib/.");
    }

    private String unknown(String scheme) {
        List<String> nearest = NearestNames.of(scheme, artifacts.keySet());
        return "Camel has no component '" + scheme + "'; "
                + (nearest.isEmpty()
                        ? "write one of those that its documentation lists, such as jms, kafka or https."
                        : "did you mean " + String.join(" or ", nearest) + "?");
    }
}
