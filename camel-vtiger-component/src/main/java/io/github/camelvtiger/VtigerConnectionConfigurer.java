package io.github.camelvtiger;

/** Binds the options of a connection that is a bean. Camel finds it by the class of the bean. */
public final class VtigerConnectionConfigurer extends CheckedConfigurer {

    public VtigerConnectionConfigurer() {
        super(ConnectionOptions.class);
    }
}
