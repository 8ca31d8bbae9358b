package io.github.camelvtiger;

/** The protocols of Vtiger that can be chosen. */
public enum VtigerProtocol {
    AUTO,
    WEBSERVICE,
    REST
}
