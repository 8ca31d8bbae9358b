package io.github.camelvtiger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExtendedPropertyConfigurerGetter;
import org.apache.camel.support.PluginHelper;

/**
 * Resolves the option {@code connection} of an endpoint before the other options are bound: a plain name is a bean as
 * well, and single connection options beside it would leave open which of them counts.
 */
final class ConnectionResolver {

    private static final String NAME = "connection";

    private final CamelContext context;

    ConnectionResolver(CamelContext context) {
        this.context = context;
    }

    /** Takes the option out of the parameters and puts its bean into the configuration. */
    void apply(Map<String, Object> parameters, VtigerConfiguration configuration) {
        Object value = parameters.remove(NAME);
        if (value != null) {
            configuration.setConnection(resolve(value));
        }
        List<String> single = singleOptions(parameters);
        if (configuration.getConnection() != null && !single.isEmpty()) {
            throw new IllegalArgumentException(
                    "The option " + single.get(0)
                            + " is given together with a connection; set it on the connection bean or leave out the option connection.");
        }
    }

    private VtigerConnection resolve(Object value) {
        if (value instanceof VtigerConnection connection) {
            return connection;
        }
        String name = value.toString().replaceFirst("^#(bean:)?", "");
        VtigerConnection connection = context.getRegistry().lookupByNameAndType(name, VtigerConnection.class);
        if (connection == null) {
            throw new IllegalArgumentException("The option connection names '" + name
                    + "', but there is no bean of that name and of type " + VtigerConnection.class.getName()
                    + "; define it, for example with camel.beans." + name + " = #class:"
                    + VtigerConnection.class.getName() + ".");
        }
        return connection;
    }

    private List<String> singleOptions(Map<String, Object> parameters) {
        ExtendedPropertyConfigurerGetter options =
                (ExtendedPropertyConfigurerGetter) PluginHelper.getConfigurerResolver(context)
                        .resolvePropertyConfigurer(ConnectionOptions.class.getName(), context);
        List<String> found = new ArrayList<>();
        for (String option : options.getAllOptions(null).keySet()) {
            parameters.keySet().stream()
                    .filter(given -> given.replace("-", "").equalsIgnoreCase(option))
                    .forEach(found::add);
        }
        return found;
    }
}
