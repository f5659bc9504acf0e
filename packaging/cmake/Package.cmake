# SPDX-FileCopyrightText: 2026 The Krateyard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What is installed where, and the packages that `./dev package` makes of it: a .deb and a .rpm whose
# dependencies are those of the libraries it was linked to, and a .tar.gz. (packaging/appimage makes
# the AppImage.) The settings for Windows and macOS stand here so that they need not be invented there;
# NOBODY HAS TRIED THEM.

include(GNUInstallDirs)
set(linux ${PROJECT_SOURCE_DIR}/packaging/linux)

install(TARGETS krateyard RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/NEWS.md ${linux}/copyright
    DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${linux}/krateyard.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${linux}/krateyard-relay.service DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples)
if(WITH_GUI)
    install(FILES ${linux}/org.krateyard.Krateyard.desktop
        DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES ${linux}/org.krateyard.Krateyard.metainfo.xml
        DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/krateyard.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
    add_executable(makeicons EXCLUDE_FROM_ALL ${PROJECT_SOURCE_DIR}/packaging/icons/makeicons.cpp)
    target_link_libraries(makeicons PRIVATE Qt6::Svg build_flags)
    foreach(size 16 22 24 32 48 64 128 256 512)
        set(folder ${PROJECT_BINARY_DIR}/icons/${size}x${size})
        file(MAKE_DIRECTORY ${folder})
        add_custom_command(OUTPUT ${folder}/krateyard.png
            COMMAND makeicons ${PROJECT_SOURCE_DIR}/resources/icons/krateyard.svg ${folder}/krateyard.png ${size}
            DEPENDS makeicons ${PROJECT_SOURCE_DIR}/resources/icons/krateyard.svg)
        list(APPEND icons ${folder}/krateyard.png)
        install(FILES ${folder}/krateyard.png OPTIONAL
            DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps)
    endforeach()
    add_custom_target(icons DEPENDS ${icons}) # ./dev package asks for it
endif()

if(WIN32)
    set(CPACK_GENERATOR NSIS)
elseif(APPLE)
    set(CPACK_GENERATOR DragNDrop)
else()
    set(CPACK_GENERATOR DEB RPM TGZ)
endif()
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_PACKAGE_VENDOR "Krateyard")
set(CPACK_PACKAGE_CONTACT "The Krateyard authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Work on Kubernetes clusters on one large canvas")
set(CPACK_PACKAGE_DESCRIPTION "Objects of a Kubernetes cluster stand as krates on a canvas: frames with windows for
YAML, describe, logs and a shell. Lists and trees are kept current, and a Spotlight finds anything
by a few letters. Krateyard uses your own kubeconfig and rights; nothing is installed in the cluster.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_EXECUTABLES krateyard Krateyard)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION admin)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
if(WITH_GUI)
    # Loaded while it runs, so no linker knows of it.
    set(CPACK_DEBIAN_PACKAGE_DEPENDS "qt6-svg-plugins, libqt6sql6-sqlite")
    set(CPACK_DEBIAN_PACKAGE_SUGGESTS "fonts-noto-cjk")
    set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-translations-l10n, qt6-wayland")
endif()
set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_LICENSE GPL-3.0-or-later)
set(CPACK_RPM_PACKAGE_GROUP Development/Tools)
set(CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION
    /usr/share/applications /usr/share/metainfo /usr/share/man /usr/share/man/man1
    /usr/share/icons /usr/share/icons/hicolor /usr/share/icons/hicolor/scalable
    /usr/share/icons/hicolor/scalable/apps)
foreach(size 16 22 24 32 48 64 128 256 512)
    list(APPEND CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION
        /usr/share/icons/hicolor/${size}x${size} /usr/share/icons/hicolor/${size}x${size}/apps)
endforeach()
set(CPACK_RPM_PACKAGE_RELOCATABLE OFF)
set(CPACK_RPM_PACKAGE_DESCRIPTION "${CPACK_PACKAGE_DESCRIPTION}")

# Untried: Windows (needs NSIS and Qt's windeployqt beforehand).
set(CPACK_NSIS_PACKAGE_NAME Krateyard)
set(CPACK_NSIS_DISPLAY_NAME Krateyard)
set(CPACK_NSIS_INSTALLED_ICON_NAME bin/krateyard.exe)
set(CPACK_NSIS_MODIFY_PATH ON)
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_CREATE_ICONS_EXTRA [[
    WriteRegStr SHCTX 'Software\Classes\krateyard' 'URL Protocol' ''
    WriteRegStr SHCTX 'Software\Classes\krateyard\shell\open\command' '' '"$INSTDIR\bin\krateyard.exe" "%1"'
]])
set(CPACK_NSIS_DELETE_ICONS_EXTRA [[DeleteRegKey SHCTX 'Software\Classes\krateyard']])

# Untried: macOS (needs an application bundle filled by Qt's macdeployqt beforehand).
set(CPACK_DMG_VOLUME_NAME Krateyard)
set(CPACK_DMG_FORMAT UDZO)
set(CPACK_BUNDLE_NAME Krateyard)
include(CPack)
