package io.github.camelvtiger.catalog;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.catalog.DefaultRuntimeProvider;

/**
 * Camel's catalog with the component vtiger: {@code catalog.setRuntimeProvider(new VtigerRuntimeProvider())}. The catalog then
 * lists, describes and validates {@code vtiger:} endpoints as it does those of Camel.
 */
public class VtigerRuntimeProvider extends DefaultRuntimeProvider {

    private static final String COMPONENT = "vtiger";

    @Override
    public List<String> findComponentNames() {
        List<String> names = new ArrayList<>(super.findComponentNames());
        names.add(COMPONENT);
        names.sort(null);
        return names;
    }
}
