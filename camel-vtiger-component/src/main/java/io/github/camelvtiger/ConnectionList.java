package io.github.camelvtiger;

import io.github.camelvtiger.operation.NamedConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.util.ObjectHelper;

/** The connections of an application: that of a component's own options, and the beans. */
final class ConnectionList {

    private final VtigerComponent component;

    ConnectionList(VtigerComponent component) {
        this.component = component;
    }

    /** The component's own first, if its options say anything of one; then the beans in the order of their names. */
    List<NamedConnection> all() {
        List<NamedConnection> all = new ArrayList<>();
        VtigerConfiguration own = component.getConfiguration();
        if (own.getConnection() == null && ObjectHelper.isNotEmpty(own.getUrl())) {
            all.add(named(VtigerComponent.SCHEME, own));
        }
        Map<String, VtigerConnection> beans =
                component.getCamelContext().getRegistry().findByTypeWithName(VtigerConnection.class);
        new TreeMap<>(beans).forEach((name, connection) -> all.add(named(name, connection)));
        return all;
    }

    private NamedConnection named(String name, VtigerConnection connection) {
        return new NamedConnection(name, connection.location(), connection.getUsername(), () -> {
            ClientSettingsFactory.require(connection);
            return component.client(connection);
        });
    }
}
