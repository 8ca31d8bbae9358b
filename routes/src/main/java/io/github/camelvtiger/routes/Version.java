package io.github.camelvtiger.routes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.apache.camel.impl.DefaultCamelContext;

/** Which application this is, and what it runs on: what a report of a fault begins with. */
final class Version {

    private Version() {}

    static String text() throws IOException {
        try (DefaultCamelContext camel = new DefaultCamelContext(false)) {
            return "vtiger-routes %s%nApache Camel %s%nJava %s (%s)%n"
                    .formatted(
                            ofApplication(), camel.getVersion(), Runtime.version(), System.getProperty("java.vendor"));
        }
    }

    private static String ofApplication() {
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
