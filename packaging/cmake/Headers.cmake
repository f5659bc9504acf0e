# SPDX-FileCopyrightText: 2026 The Krateyard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Precompiled headers: Qt's and the standard library's are most of what a compiler reads. Two sets,
# one without and one with widgets, made once and shared by all targets, whose flags are the same.
# Builds without them (tidy, release, fuzz) show an include that is missing.

option(PRECOMPILE_HEADERS "Compile Qt's headers once for all targets" OFF)

set(CORE_HEADERS
    <algorithm> <expected> <functional> <map> <memory> <optional> <set> <string> <utility> <variant>
    <vector>
    <QByteArray> <QDateTime> <QDir> <QElapsedTimer> <QFile> <QFuture> <QHash> <QJsonArray>
    <QJsonDocument> <QJsonObject> <QList> <QNetworkAccessManager> <QNetworkReply> <QObject> <QPointer>
    <QProcess> <QRegularExpression> <QSet> <QSslConfiguration> <QString> <QStringList> <QTcpSocket>
    <QThread> <QTimer> <QUrl>)
set(WIDGET_HEADERS
    <QApplication> <QFont> <QImage> <QKeyEvent> <QMouseEvent> <QPainter> <QPainterPath> <QWheelEvent>
    <QWidget>)

# add_headers(NAME LINKS libraries HEADERS headers)
function(add_headers name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINKS;HEADERS")
    file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/${name}.cpp CONTENT "// A target needs a source.\n")
    add_library(${name} OBJECT ${PROJECT_BINARY_DIR}/${name}.cpp)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTORCC OFF AUTOUIC OFF)
    target_link_libraries(${name} PRIVATE ${arg_LINKS} build_flags)
    target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
endfunction()

if(PRECOMPILE_HEADERS)
    add_compile_options(-fpch-preprocess) # for ccache
    add_headers(core_headers LINKS Qt6::Network HEADERS ${CORE_HEADERS})
    if(WITH_GUI)
        add_headers(widget_headers LINKS Qt6::Network Qt6::Widgets HEADERS ${CORE_HEADERS} ${WIDGET_HEADERS})
    endif()
endif()

# use_headers(tst_look LINKS workspace): the set that fits what the target links; none for one that
# links nothing of ours, or what needs Qt Core alone, and so may know less of Qt than the sets do.
function(use_headers target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINKS")
    if(NOT PRECOMPILE_HEADERS OR NOT arg_LINKS
       OR arg_LINKS MATCHES "^((Qt6::Core|logstore|lib0|crdt|support)(;|$))+$")
        return()
    endif()
    if(arg_LINKS MATCHES "(^|;)(workspace|Qt6::Widgets)(;|$)")
        target_precompile_headers(${target} REUSE_FROM widget_headers)
    else()
        target_precompile_headers(${target} REUSE_FROM core_headers)
    endif()
endfunction()
