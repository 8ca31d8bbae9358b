package io.github.camelvtiger;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.util.StringHelper;

/**
 * Binds options that Camel finds in properties, as {@code camel.component.vtiger.*}, after their texts have been checked.
 * Camel's message about an unknown name shows the value; if that may be a secret, the name is refused when the connection is used.
 */
class CheckedConfigurer implements PropertyConfigurer, PropertyConfigurerGetter {

    private final PropertyConfigurer generated;
    private final PropertyConfigurerGetter options;
    private final OptionTexts texts;

    /** @param generated also gives the types of the options */
    CheckedConfigurer(PropertyConfigurer generated) {
        this.generated = generated;
        this.options = (PropertyConfigurerGetter) generated;
        this.texts = new OptionTexts(options);
    }

    /**
     * @param options the class from whose options the configurer is generated; by its name, because that does not exist
     *     when this class is compiled
     */
    CheckedConfigurer(Class<?> options) {
        this(generated(options.getName() + "Configurer"));
    }

    private static PropertyConfigurer generated(String name) {
        try {
            return (PropertyConfigurer) Class.forName(name, true, CheckedConfigurer.class.getClassLoader())
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("The class " + name + " is missing in the jar of the component.", missing);
        }
    }

    @Override
    public boolean configure(CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
        if (options.getOptionType(StringHelper.dashToCamelCase(name), true) == null
                && UnknownOptions.mayBeSecret(name)) {
            connection(target).refuse(UnknownOptions.sentence(List.of(name), UnknownOptions.SECRETS));
            return true;
        }
        return generated.configure(
                context, target, name, value instanceof String ? texts.checked(name, value) : value, ignoreCase);
    }

    private static VtigerConnection connection(Object target) {
        return target instanceof VtigerComponent component ? component.getConfiguration() : (VtigerConnection) target;
    }

    @Override
    public Class<?> getOptionType(String name, boolean ignoreCase) {
        return options.getOptionType(name, ignoreCase);
    }

    @Override
    public Object getOptionValue(Object target, String name, boolean ignoreCase) {
        return options.getOptionValue(target, name, ignoreCase);
    }

    @Override
    public String[] getAutowiredNames() {
        return options.getAutowiredNames();
    }

    @Override
    public Object getCollectionValueType(Object target, String name, boolean ignoreCase) {
        return options.getCollectionValueType(target, name, ignoreCase);
    }
}
