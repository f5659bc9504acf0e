# SPDX-FileCopyrightText: 2026 The Krateyard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What is installed where, and the packages that `./dev package` makes of it: a .deb whose
# dependencies are those of the libraries it was linked to, and a .tar.gz.

include(GNUInstallDirs)
set(linux ${PROJECT_SOURCE_DIR}/packaging/linux)

install(TARGETS krateyard RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/NEWS.md ${linux}/copyright
    DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${linux}/krateyard.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
if(WITH_GUI)
    install(FILES ${linux}/org.krateyard.Krateyard.desktop
        DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES ${linux}/org.krateyard.Krateyard.metainfo.xml
        DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/krateyard.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
endif()

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_PACKAGE_VENDOR "Krateyard")
set(CPACK_PACKAGE_CONTACT "The Krateyard authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Work on Kubernetes clusters on one large canvas")
set(CPACK_PACKAGE_DESCRIPTION "Objects of a Kubernetes cluster stand as krates on a canvas: frames with windows for
YAML, describe, logs and a shell. Lists and trees are kept current, and a Spotlight finds anything
by a few letters. Krateyard uses your own kubeconfig and rights; nothing is installed in the cluster.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION admin)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
if(WITH_GUI)
    # Loaded while it runs, so no linker knows of it.
    set(CPACK_DEBIAN_PACKAGE_DEPENDS qt6-svg-plugins)
    set(CPACK_DEBIAN_PACKAGE_SUGGESTS "fonts-noto-cjk")
    set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-translations-l10n, qt6-wayland")
endif()
include(CPack)
