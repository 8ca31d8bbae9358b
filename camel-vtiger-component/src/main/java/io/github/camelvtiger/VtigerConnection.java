package io.github.camelvtiger;

import org.apache.camel.RuntimeCamelException;

/**
 * How to reach one Vtiger as one user. As a bean ({@code camel.beans.eu = #class:io.github.camelvtiger.VtigerConnection})
 * it is a named connection, whose options Camel binds by {@link VtigerConnectionConfigurer}.
 */
public class VtigerConnection extends ConnectionOptions implements Cloneable {

    private String refusal;

    /** @param sentence why no call is possible with what was bound to it */
    void refuse(String sentence) {
        refusal = refusal == null ? sentence : refusal + " " + sentence;
    }

    /** Null unless it was refused. */
    String refusal() {
        return refusal;
    }

    /** The url without a user and password that was written into it; null if no url is set. */
    String location() {
        return getUrl() == null ? null : getUrl().replaceFirst("//[^/@]*@", "//");
    }

    /** Location and user name: what may be logged. */
    @Override
    public String toString() {
        return getClass().getSimpleName() + "[url=" + location() + ", username=" + getUsername() + "]";
    }

    @Override
    protected VtigerConnection clone() {
        try {
            return (VtigerConnection) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }
}
