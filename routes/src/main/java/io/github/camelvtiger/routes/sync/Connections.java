package io.github.camelvtiger.routes.sync;

import io.github.camelvtiger.VtigerConnection;
import java.util.Optional;
import org.apache.camel.CamelContext;

/**
 * The CRMs that syncs name.
 *
 * @param own url and user of the application's
 */
record Connections(CamelContext context, String own) {

    /**
     * Url and user of one, without anything that is secret.
     *
     * @param name of a named connection; empty for the application's own
     */
    String address(Optional<String> name) {
        return name.map(each -> context.getRegistry().lookupByNameAndType(each, VtigerConnection.class) == null
                        ? "the connection " + each
                        : address(context.getRegistry().lookupByNameAndType(each, VtigerConnection.class)))
                .orElse(own);
    }

    /** A password may have been written into the url. */
    private static String address(VtigerConnection connection) {
        return String.valueOf(connection.getUrl()).replaceFirst("//[^/@]*@", "//") + " as " + connection.getUsername();
    }
}
